<?xml version="1.0" encoding="UTF-8"?>
<!-- Any letter as a page that is complete in one file. The letter holds its words; here they get their places. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml" xmlns:l="urn:trygghetsregister:letter:1"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="l f">
  <xsl:import href="parts/page.xsl"/>
  <xsl:import href="parts/letter.xsl"/>
  <xsl:import href="parts/conditions.xsl"/>
  <xsl:import href="parts/attendance.xsl"/>
  <xsl:import href="parts/occasions.xsl"/>

  <xsl:template match="/l:letter">
    <xsl:call-template name="page">
      <xsl:with-param name="title">
        <xsl:value-of select="l:title"/>
        <xsl:if test="@number"><xsl:value-of select="concat(', ', @number)"/></xsl:if>
      </xsl:with-param>
      <xsl:with-param name="body">
        <xsl:call-template name="letterhead"/>
        <main>
          <xsl:apply-templates select="l:recipient"/>
          <xsl:apply-templates select="l:recipient/l:cover"/>
          <h1>
            <xsl:if test="l:recipient/l:cover"><xsl:attribute name="class">page-break</xsl:attribute></xsl:if>
            <xsl:for-each select="l:subject"><span class="kicker"><xsl:value-of select="."/></span></xsl:for-each>
            <xsl:value-of select="l:title"/>
          </h1>
          <xsl:for-each select="l:outcome"><p class="outcome"><xsl:value-of select="."/></p></xsl:for-each>
          <xsl:apply-templates select="l:section"/>
        </main>
        <xsl:call-template name="letter-footer"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="l:cover"><p class="note"><xsl:value-of select="."/></p></xsl:template>

  <xsl:template match="l:section">
    <section>
      <xsl:choose>
        <xsl:when test="@role = 'note'"><xsl:attribute name="class">note</xsl:attribute></xsl:when>
        <xsl:when test="@role = 'appeal'"><xsl:attribute name="class">appeal</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:apply-templates/>
    </section>
  </xsl:template>

  <xsl:template match="l:heading"><h2><xsl:value-of select="."/></h2></xsl:template>

  <xsl:template match="l:p">
    <p>
      <xsl:if test="../@role = 'lead'"><xsl:attribute name="class">lead</xsl:attribute></xsl:if>
      <xsl:value-of select="."/>
    </p>
  </xsl:template>

  <xsl:template match="l:list">
    <ul><xsl:for-each select="l:item"><li><xsl:value-of select="."/></li></xsl:for-each></ul>
  </xsl:template>

  <xsl:template match="l:code">
    <p class="password"><span class="code"><xsl:call-template name="groups"><xsl:with-param name="code" select="string(.)"/></xsl:call-template></span></p>
  </xsl:template>

  <xsl:template match="l:room">
    <p class="signature"><xsl:value-of select="."/></p>
    <hr/>
  </xsl:template>

  <xsl:template match="l:facts">
    <table class="facts">
      <tbody>
        <xsl:for-each select="l:fact">
          <tr>
            <th scope="row"><xsl:value-of select="@label"/></th>
            <td><xsl:value-of select="."/></td>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="l:attendance"><xsl:apply-templates select="." mode="chart"/></xsl:template>

  <xsl:template match="l:conditions">
    <xsl:call-template name="conditions"><xsl:with-param name="conditions" select="l:condition"/></xsl:call-template>
  </xsl:template>

  <xsl:template match="l:occasions"><xsl:call-template name="occasions"/></xsl:template>
</xsl:stylesheet>
