<?xml version="1.0" encoding="UTF-8"?>
<!-- The certificate of a programme as a page that is complete in one file. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:c="urn:trygghetsregister:certificate:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="c f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>
  <xsl:import href="parts/qr.xsl"/>
  <xsl:import href="../parts/certificate.xsl"/>

  <xsl:template match="/c:certificate">
    <xsl:call-template name="page">
      <xsl:with-param name="title" select="concat($kind, ', ', @number)"/>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main class="certificate">
          <h1>
            <span class="kicker"><xsl:value-of select="$kind"/></span>
            <xsl:apply-templates select="c:title"/>
          </h1>
          <xsl:if test="$language != 'sv'">
            <p class="small"><xsl:value-of select="f:message('certificate.translation')"/></p>
          </xsl:if>
          <p class="holder"><xsl:value-of select="c:holder"/></p>
          <p class="small"><xsl:value-of select="concat(f:message('statement.person'), ' ', c:holder/@number)"/></p>
          <p class="lead"><xsl:call-template name="fulfilled"/></p>
          <xsl:for-each select="c:correction">
            <p><xsl:value-of select="f:message('certificate.corrects', 'number', string(@supersedes), 'reason', '')"/><span lang="sv" xml:lang="sv"><xsl:value-of select="."/></span></p>
          </xsl:for-each>
          <xsl:call-template name="modules"/>
          <xsl:if test="@programme = 'RJ'">
            <p><xsl:value-of select="f:message('certificate.not-mediator')"/></p>
          </xsl:if>
          <xsl:if test="@valid-to">
            <p><xsl:value-of select="f:message('certificate.valid-to', 'day', f:date(string(@valid-to)))"/></p>
          </xsl:if>
          <section class="note">
            <h2><xsl:value-of select="f:message('certificate.objection-heading')"/></h2>
            <p><xsl:call-template name="objection"/></p>
          </section>
          <xsl:call-template name="verification">
            <xsl:with-param name="heading" select="f:message('certificate.verify-heading')"/>
            <xsl:with-param name="text" select="f:message('certificate.verify')"/>
          </xsl:call-template>
        </main>
        <footer>
          <p><xsl:value-of select="f:message('certificate.proposal')"/></p>
          <p class="identity"><xsl:value-of select="concat(f:message('statement.number'), ' ', @number)"/></p>
        </footer>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="modules">
    <table>
      <caption><xsl:value-of select="f:message('certificate.content')"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="f:message('certificate.module')"/></th>
          <th scope="col" class="number"><xsl:value-of select="f:message('certificate.extent')"/></th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="c:module">
          <tr>
            <td><xsl:apply-templates select="." mode="name"/></td>
            <td class="number"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></td>
          </tr>
        </xsl:for-each>
        <xsl:if test="count(c:module) &gt; 1">
          <tr class="total">
            <td><xsl:value-of select="f:message('certificate.total')"/></td>
            <td class="number"><xsl:call-template name="hours"><xsl:with-param name="minutes" select="@minutes"/></xsl:call-template></td>
          </tr>
        </xsl:if>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
