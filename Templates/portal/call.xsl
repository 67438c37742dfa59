<?xml version="1.0" encoding="UTF-8"?>
<!-- Calling an occasion. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:import href="parts/forms.xsl"/>
  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <p class="lead"><xsl:value-of select="f:message('call.lead')"/><xsl:for-each select="notice"><xsl:text> </xsl:text><xsl:value-of select="f:message('call.notice', 'days', string(@days))"/></xsl:for-each></p>
    <xsl:apply-templates select="form"/>
  </xsl:template>
</xsl:stylesheet>
