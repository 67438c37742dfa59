<?xml version="1.0" encoding="UTF-8"?>
<!-- The participants of a ring by their aliases, to be handed round: nobody's name stands in it (decision C-14). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:p="urn:trygghetsregister:participants:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="p f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>

  <xsl:template match="/p:participants">
    <xsl:variable name="title" select="f:message('participants.title', 'ring', string(@ring))"/>
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <h1>
            <span class="kicker"><xsl:value-of select="f:message('participants.as-of', 'day', f:date(string(@on)))"/></span>
            <xsl:value-of select="$title"/>
          </h1>
          <p><xsl:value-of select="f:message('participants.note')"/></p>
          <table class="participants">
            <colgroup><col width="34%"/><col width="22%"/><col width="18%"/><col width="26%"/></colgroup>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="f:message('participants.alias')"/></th>
                <th scope="col"><xsl:value-of select="f:message('participants.joined')"/></th>
                <th scope="col"><xsl:value-of select="f:message('participants.present')"/></th>
                <th scope="col"><xsl:value-of select="f:message('participants.remark')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="p:participant">
                <tr>
                  <th scope="row"><xsl:value-of select="@alias"/></th>
                  <td><time><xsl:value-of select="@joined"/></time></td>
                  <td>&#x25A1;</td>
                  <td><xsl:if test="@contact"><xsl:value-of select="f:message('participants.contact')"/></xsl:if></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </main>
        <footer><p class="identity"><xsl:value-of select="$title"/></p></footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>
</xsl:stylesheet>
